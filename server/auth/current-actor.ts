import { headers } from "next/headers";
import { cache } from "react";
import { findActor } from "./find-actor.ts";

/** Who asks for the page being rendered; looked up once per request, however many components ask. */
export const currentActor = cache(async () => findActor(await headers()));
