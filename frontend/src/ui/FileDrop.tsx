import { useId, useState } from 'react';
import { size } from './format';

interface Props {
  label: string;
  accept: string;
  file: File | null;
  onFile: (file: File | null) => void;
}

/** A file to choose, or to drop here. */
export function FileDrop({ label, accept, file, onFile }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; the input inside is the one for everybody
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFile(event.dataTransfer.files[0] ?? null);
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={(event) => onFile(event.target.files?.[0] ?? null)}
      />
      <p role="status">
        {file ? (
          <>
            <strong>{file.name}</strong> <span className="soft">{size(file.size)}</span>
          </>
        ) : (
          <span className="soft">or drop it here</span>
        )}
      </p>
    </div>
  );
}
