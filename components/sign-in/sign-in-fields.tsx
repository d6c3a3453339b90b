import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Label } from "#components/ui/label.tsx";

/** The fields of `SignInForm`, rendered by the server. The button says what happens while the form is busy. */
export function SignInFields() {
  return (
    <>
      <div className="grid gap-1.5">
        <Label htmlFor="email">E-mail</Label>
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus
          className="h-10"
        />
      </div>
      <div className="grid gap-1.5">
        <Label htmlFor="password">Password</Label>
        <Input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
          aria-describedby="sign-in-refusal"
          className="h-10"
        />
      </div>
      <Button type="submit" variant="primary" size="lg" className="mt-2 group-aria-busy:opacity-60">
        <span className="group-aria-busy:hidden">Sign in</span>
        <span className="hidden group-aria-busy:inline">Signing in…</span>
      </Button>
    </>
  );
}
