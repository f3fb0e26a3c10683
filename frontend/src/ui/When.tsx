import { moment, recently } from './format';

/** A moment as people say it. */
export function When({ at }: { at: string }) {
  return (
    <time className="when" dateTime={at} title={moment(at)}>
      {recently(at)}
    </time>
  );
}
