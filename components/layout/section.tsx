import type { ReactNode } from "react";

type SectionProps = { id: string; title: string; about?: ReactNode; action?: ReactNode; children: ReactNode };

/** A part of a page that an address can lead to by `#id`; `action` stands at the right of its title. */
export function Section({ id, title, about, action, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="grid scroll-mt-4 gap-3">
      <div className="flex items-start justify-between gap-4">
        <div>
          <h2 id={`${id}-title`} className="font-semibold text-base">
            {title}
          </h2>
          {about && <p className="text-muted-foreground text-sm">{about}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
