import type { Me } from '../api/types.gen';
import { words } from '../ui/format';
import { Page } from '../ui/Page';

/** For somebody who has signed in and is not yet part of a school or the trust: whom to ask. */
export function NoMembership({ me }: { me: Me }) {
  return (
    <Page title="You are signed in, and not yet part of a school">
      <div className="sheet stack">
        <p>
          Uplift knows you as <strong>{me.username}</strong>
          {me.roles.length > 0 && (
            <> with the role {me.roles.map((role) => words(role).toLowerCase()).join(', ')}</>
          )}
          . What you can see depends on the schools that you belong to, and nobody has entered any for you
          yet.
        </p>
        <p>
          <strong>Ask the administrator of Uplift in your trust</strong> to give you a membership, and tell
          them your user name. It holds as soon as it is entered: come back to this page, or reload it.
        </p>
      </div>
    </Page>
  );
}
