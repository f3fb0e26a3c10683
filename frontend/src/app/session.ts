import {
  ErrorResponse,
  InMemoryWebStorage,
  type User,
  UserManager,
  WebStorageStateStore,
} from 'oidc-client-ts';
import { dropDrafts } from '../ui/drafts';

let manager: UserManager | undefined;
let renewal: Promise<User | null> | undefined;

async function userManager(): Promise<UserManager> {
  if (!manager) {
    const answer = await fetch('/config.json');
    const { issuer, clientId } = (await answer.json()) as { issuer: string; clientId: string };
    manager = new UserManager({
      authority: issuer,
      client_id: clientId,
      redirect_uri: `${location.origin}/signed-in`,
      post_logout_redirect_uri: `${location.origin}/`,
      scope: 'openid profile email',
      // Tokens live in memory only; a reload asks Keycloak again, which still knows who is there.
      userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
      automaticSilentRenew: true,
      // Going back leads out of the app, not to the page for signing in.
      redirectMethod: 'replace',
    });
  }
  return manager;
}

/** Comes back from signing in, or goes there. False when the browser is on its way. */
export async function signedIn(): Promise<boolean> {
  const users = await userManager();
  if (location.pathname === '/signed-in') {
    try {
      const user: User = await users.signinRedirectCallback();
      const place = typeof user.state === 'string' ? user.state : '/';
      history.replaceState(null, '', place.startsWith('/') && !place.startsWith('//') ? place : '/');
      return true;
    } catch (cause) {
      history.replaceState(null, '', '/');
      // Keycloak said no, and would say it again; otherwise the address was only an old one, and signing in begins anew.
      if (cause instanceof ErrorResponse) {
        throw cause;
      }
    }
  }
  await users.signinRedirect({ state: location.pathname + location.search });
  return false;
}

/** Goes to prove once more who is there, to a level, and comes back to this page. */
export async function stepUp(level: string): Promise<void> {
  const users = await userManager();
  await users.signinRedirect({ state: location.pathname + location.search, acr_values: level });
}

/** The access token, renewed when it is about to end; undefined when the session is over. */
export async function token(): Promise<string | undefined> {
  const users = await userManager();
  let user = await users.getUser();
  if (user && (user.expired || (user.expires_in ?? 0) < 10)) {
    // Calls that find the token at its end together renew it once.
    renewal ??= users
      .signinSilent()
      .catch(() => null)
      .finally(() => {
        renewal = undefined;
      });
    user = await renewal;
  }
  return user?.access_token;
}

/** Ends the session here and at Keycloak. */
export async function signOut(): Promise<void> {
  const users = await userManager();
  dropDrafts();
  await users.signoutRedirect();
}
