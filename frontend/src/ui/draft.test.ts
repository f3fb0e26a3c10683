import { act, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useDraft } from './draft';
import { dropDrafts, hasDraft } from './drafts';

const EMPTY = { title: '', area: '' };

afterEach(() => sessionStorage.clear());

describe('a draft', () => {
  it('is there again after a reload', () => {
    const { result, unmount } = renderHook(() => useDraft('me priority', EMPTY));
    act(() => result.current.set({ title: 'Reading', area: '' }));
    unmount();
    const again = renderHook(() => useDraft('me priority', EMPTY));
    expect(again.result.current.typed.title).toBe('Reading');
    expect(again.result.current.resumed).toBe(true);
  });

  it('is gone when it was saved, given up, or its person signed out', () => {
    const { result } = renderHook(() => useDraft('me priority', EMPTY));
    act(() => result.current.set({ title: 'Reading', area: '' }));
    act(() => result.current.restart());
    expect(result.current.typed).toEqual(EMPTY);
    expect(hasDraft('me priority')).toBe(false);
    act(() => result.current.set({ title: 'Maths', area: '' }));
    dropDrafts();
    expect(hasDraft('me priority')).toBe(false);
  });

  it('keeps the key that it is sent with over a reload, and gets another when it begins again', () => {
    const keyed = () => useDraft('me priority', { title: '', once: crypto.randomUUID() });
    const { result, unmount } = renderHook(keyed);
    const key = result.current.typed.once;
    act(() => result.current.set({ ...result.current.typed, title: 'Reading' }));
    unmount();
    const again = renderHook(keyed);
    expect(again.result.current.typed.once).toBe(key);
    act(() => again.result.current.restart());
    expect(again.result.current.typed.once).not.toBe(key);
  });

  it('is nobody else’s', () => {
    const { result } = renderHook(() => useDraft('me priority', EMPTY));
    act(() => result.current.set({ title: 'Reading', area: '' }));
    expect(renderHook(() => useDraft('you priority', EMPTY)).result.current.typed).toEqual(EMPTY);
  });

  it('that cannot be read counts as none', () => {
    sessionStorage.setItem('uplift.draft me priority', '{');
    expect(renderHook(() => useDraft('me priority', EMPTY)).result.current.typed).toEqual(EMPTY);
  });
});
