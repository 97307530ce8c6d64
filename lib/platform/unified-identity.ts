/**
 * next-auth's options: an OIDC provider when the installation names one, our own session rows behind it, and nothing told to
 * whoever asks for the session. Our own pages stand where next-auth would show its own.
 */
import type { AuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { env } from "./env.ts";
import { closeSession, cookieOptions, openSession, SESSION_SECONDS, sessionCookie } from "./session.ts";
import { lookUpLogin } from "./strangers.ts";

type Profile = { sub: string; preferred_username?: string };

function provider(): OAuthConfig<Profile>[] {
  if (!env.OIDC_ISSUER || !env.OIDC_CLIENT_ID) return [];
  return [
    {
      id: "oidc",
      name: "OIDC",
      type: "oauth",
      wellKnown: `${env.OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      profile: ({ sub, preferred_username }) => ({ id: preferred_username ?? sub }),
    },
  ];
}

/** The account that the provider's person has here; a person unknown to us stays outside. */
async function accountOf(username: string): Promise<number | null> {
  const login = await lookUpLogin(username.normalize("NFKC").trim());
  return login?.status === "ACTIVE" ? login.account_id : null;
}

/** Where somebody has to go before being let in (the second factor), or null: straight in. */
type Between = (account: number) => Promise<string | null>;

export const authOptions = (between: Between): AuthOptions => ({
  providers: provider(),
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
  pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in", newUser: "/sign-in" },
  callbacks: {
    signIn: async ({ user, account }) => {
      const who = account?.provider === "oidc" ? await accountOf(user.id) : null;
      return who === null ? false : ((await between(who)) ?? true);
    },
    jwt: async ({ token, user, account }) => {
      if (!account) return { tok: token.tok };
      const who = await accountOf(user.id);
      return who === null ? {} : { tok: await openSession(who, null) };
    },
    session: async () => ({ expires: "" }),
    redirect: async ({ baseUrl }) => `${baseUrl}/`,
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.tok === "string") await closeSession(token.tok);
    },
  },
});
