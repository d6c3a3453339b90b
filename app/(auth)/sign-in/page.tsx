import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Brand } from "#components/layout/brand.tsx";
import { SignInFields } from "#components/sign-in/sign-in-fields.tsx";
import { SignInForm } from "#components/sign-in/sign-in-form.tsx";
import { currentActor } from "#server/auth/current-actor.ts";
import { safeNextPath } from "#server/auth/rules/sign-in-path.ts";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, error } = await searchParams;
  const path = safeNextPath(single(next));
  if (await currentActor()) redirect(path);
  return (
    <main className="grid min-h-dvh content-start justify-items-center bg-background px-4 pt-[20dvh] pb-8 text-foreground">
      <div className="w-full max-w-[22rem]">
        <Brand />
        <h1 className="mt-6 mb-4 font-semibold text-[20px]">Sign in</h1>
        <SignInForm next={path} refusedWith={single(error)}>
          <SignInFields />
        </SignInForm>
      </div>
    </main>
  );
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
