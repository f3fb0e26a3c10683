import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { checkpointResourceChange } from '../api/sdk.gen';
import type { Checkpoint } from '../api/types.gen';
import { answered, Problem } from '../ui/problem';
import { changed, type Fields, fieldsOf, type Known, patchOf } from './fields';
import { forget, type Kept, keep, kept } from './kept';
import { merge } from './merge';

/** How far what is written has got: the server has it, it is on its way, this device alone has it, or it was refused. */
export type Standing = 'saved' | 'saving' | 'kept' | 'refused';

export interface Notes {
  fields: Fields;
  /** What others saved in fields that were written here too. */
  theirs: Fields;
  standing: Standing;
  problem: Problem | null;
  set: (field: string, text: string) => void;
  /** Chooses in a field that both have written: theirs, or what stands here. */
  choose: (field: string, whose: 'mine' | 'theirs') => void;
  /** Saves now; whether the server has everything. */
  save: () => Promise<boolean>;
  /** Forgets what this device keeps. */
  drop: () => void;
}

const PAUSE = 1_200;
const AGAIN = 4_000;

function begin(person: string, checkpoint: Checkpoint): Kept {
  const stored = fieldsOf(checkpoint);
  const waiting = kept(person, checkpoint.id);
  if (!waiting) {
    return { base: stored, version: checkpoint.version, mine: stored, theirs: {} };
  }
  return rebased(waiting, stored, checkpoint.version);
}

/** What is written here, on what is stored now. */
function rebased(state: Kept, stored: Fields, version: number): Kept {
  const { fields, theirs } = merge(state.base, state.mine, stored);
  const open = Object.fromEntries(
    Object.entries({ ...state.theirs, ...theirs }).filter(([field, text]) => fields[field] !== text),
  );
  return { base: stored, version, mine: fields, theirs: open };
}

/** What can be sent: a field that still waits for a choice stays as the other has saved it. */
function sendable({ base, mine, theirs }: Kept): Fields {
  const open = Object.keys(theirs).map((field) => [field, base[field] ?? '']);
  return { ...mine, ...Object.fromEntries(open) };
}

/**
 * What somebody writes in a draft. It is kept on this device with every stroke, saved after a short pause, and saved again
 * when a lost connection is back; what others save meanwhile is merged in, field by field.
 */
export function useNotes(person: string, checkpoint: Checkpoint, people: Known): Notes {
  const queries = useQueryClient();
  const [state, setState] = useState<Kept>(() => begin(person, checkpoint));
  const [standing, setStanding] = useState<Standing>('saved');
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef(state);
  const running = useRef<Promise<boolean>>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = checkpoint.id;
  const knownNow = useRef(people);
  knownNow.current = people;

  const take = useCallback(
    (next: Kept) => {
      latest.current = next;
      setState(next);
      if (changed(next.base, next.mine).length > 0) {
        keep(person, id, next);
      } else {
        forget(person, id);
      }
    },
    [person, id],
  );

  const send = useCallback(async (): Promise<boolean> => {
    for (;;) {
      const sent = latest.current;
      const wanted = sendable(sent);
      if (changed(sent.base, wanted).length === 0) {
        setStanding(Object.keys(sent.theirs).length > 0 ? 'kept' : 'saved');
        return Object.keys(sent.theirs).length === 0;
      }
      setStanding('saving');
      try {
        const stored = await answered(
          checkpointResourceChange({
            path: { id },
            headers: { 'If-Match': `"${sent.version}"` },
            body: patchOf(sent.base, wanted, knownNow.current),
          }),
        );
        setProblem(null);
        // Nobody else has changed it: what was sent is what is stored, and what was written since is next.
        take({ ...latest.current, base: wanted, version: stored.version });
        queries.setQueryData(['checkpoint', id], stored);
      } catch (cause) {
        const refused = cause instanceof Problem ? cause : new Problem(-1, 'Something went wrong', '');
        const current = refused.members.current as Checkpoint | undefined;
        if (refused.status === 412 && current) {
          take(rebased(latest.current, fieldsOf(current), current.version));
          continue;
        }
        const later = refused.status <= 0 || refused.status >= 500 || refused.status === 401;
        setStanding(later ? 'kept' : 'refused');
        setProblem(refused.status <= 0 ? null : refused);
        if (later && refused.status !== 401) {
          clearTimeout(timer.current);
          timer.current = setTimeout(() => saveRef.current(), AGAIN);
        }
        if (refused.status === 409) {
          queries.invalidateQueries({ queryKey: ['checkpoint', id] });
        }
        return false;
      }
    }
  }, [id, queries, take]);

  const save = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current = (running.current ?? Promise.resolve(true)).then(send, send);
    return running.current;
  }, [send]);
  const saveRef = useRef(save);
  saveRef.current = save;

  // What somebody else has saved comes with every reading of the checkpoint.
  useEffect(() => {
    if (checkpoint.version > latest.current.version) {
      take(rebased(latest.current, fieldsOf(checkpoint), checkpoint.version));
    }
  }, [checkpoint, take]);

  useEffect(() => {
    const back = () => void saveRef.current();
    addEventListener('online', back);
    back();
    return () => {
      removeEventListener('online', back);
      clearTimeout(timer.current);
    };
  }, []);

  const write = (next: Kept) => {
    take(next);
    setStanding((now) => (now === 'kept' ? now : 'saving'));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => saveRef.current(), PAUSE);
  };

  return {
    fields: state.mine,
    theirs: state.theirs,
    standing,
    problem,
    set: (field, text) => write({ ...latest.current, mine: { ...latest.current.mine, [field]: text } }),
    choose: (field, whose) => {
      const { [field]: theirs = '', ...others } = latest.current.theirs;
      write({
        ...latest.current,
        theirs: others,
        mine: whose === 'theirs' ? { ...latest.current.mine, [field]: theirs } : latest.current.mine,
      });
    },
    save,
    drop: () => {
      clearTimeout(timer.current);
      forget(person, id);
    },
  };
}
