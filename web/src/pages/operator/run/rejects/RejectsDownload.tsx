import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { baseNameOf } from '../../parts/fileNameOf.ts';
import { readAllRejects } from './readAllRejects.ts';
import { rejectsCsv } from './rejectsCsv.ts';
import { saveFile } from './saveFile.ts';

type Standing = { is: 'idle' | 'failed' } | { is: 'saved' | 'reading'; read: number };

interface RejectsDownloadProps {
  id: string;
  fileName: string;
  /** The number of rejects. */
  count: number;
}

/** Saves all rejects of a run as one file for a spreadsheet. */
export function RejectsDownload({ id, fileName, count }: RejectsDownloadProps) {
  const t = useTranslations('operator.run');
  const headings = useHeadings();
  const client = useApolloClient();
  const [standing, setStanding] = useState<Standing>({ is: 'idle' });
  const reading = useRef<AbortController>(undefined);
  useEffect(() => () => reading.current?.abort(), []);

  async function save() {
    const here = new AbortController();
    reading.current = here;
    setStanding({ is: 'reading', read: 0 });
    try {
      const rejects = await readAllRejects(client, id, here.signal, (read) =>
        setStanding({ is: 'reading', read }),
      );
      saveFile(`rejects_${baseNameOf(fileName)}.csv`, rejectsCsv(headings, rejects));
      setStanding({ is: 'saved', read: rejects.length });
    } catch (error) {
      if (here.signal.aborted) return;
      console.error(error);
      setStanding({ is: 'failed' });
    }
  }

  function cancel() {
    reading.current?.abort();
    setStanding({ is: 'idle' });
  }

  const isReading = standing.is === 'reading';
  return (
    <div className="download">
      <button type="button" className="button" onClick={isReading ? cancel : save}>
        {isReading ? t('cancelDownload') : t('download')}
      </button>
      {isReading && (
        <>
          <progress aria-label={t('downloading')} value={standing.read} max={count} />
          <span>{t('downloaded', { read: standing.read, count })}</span>
        </>
      )}
      <span role="status">
        {standing.is === 'saved' && t('saved', { count: standing.read })}
        {standing.is === 'failed' && t('downloadFailed')}
      </span>
    </div>
  );
}

function useHeadings(): string[] {
  const t = useTranslations('operator.csv');
  return [t('line'), t('record'), t('column'), t('code'), t('reason'), t('raw')];
}
