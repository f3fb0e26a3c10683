/** One value that is not as it should be. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

/** A problem as the API tells it, or none of its answers at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors: FieldError[] = [],
    readonly members: Record<string, unknown> = {},
  ) {
    super(detail || title);
  }

  /** The message for a field of a form, by its JSON Pointer. */
  at(path: string): string | undefined {
    return this.errors.find((error) => error.path === path || error.path.startsWith(`${path}/`))?.message;
  }
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response?: Response;
}

/** The body of an answer; throws the problem when it is one. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch {
    throw unreachable();
  }
  if (!answer.response) {
    throw unreachable();
  }
  if (answer.response.ok) {
    return answer.data as T;
  }
  throw problemOf(answer.response.status, answer.error);
}

function unreachable(): Problem {
  return new Problem(
    0,
    'No connection',
    'Uplift cannot be reached. Check the connection; nothing that you typed is lost.',
  );
}

/** Reads a problem body (RFC 9457), whatever else may have come. */
function problemOf(status: number, body: unknown): Problem {
  const members = body && typeof body === 'object' ? (body as Record<string, unknown>) : {};
  return new Problem(
    status,
    typeof members.title === 'string' ? members.title : 'Something went wrong',
    typeof members.detail === 'string' ? members.detail : '',
    Array.isArray(members.errors) ? (members.errors as FieldError[]) : [],
    members,
  );
}
