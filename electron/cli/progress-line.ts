import type { ProgressNews } from '../../services/exchange/progress.ts';

/** One line that is written over, and only where a person looks at it. */
export function progressLine(): (news: ProgressNews) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return ({ rows, bytesRead, bytesTotal, secondsLeft, phase }) => {
    const share = bytesTotal === 0 ? 100 : Math.floor((bytesRead / bytesTotal) * 100);
    const left = secondsLeft === null ? '' : `, ${timeText(secondsLeft)} left`;
    const ended = phase === 'reading' || phase === 'storing' ? '' : '\n';
    process.stderr.write(`\r\u001b[K${rows.toLocaleString('en-US')} rows, ${share} %${left}${ended}`);
  };
}

function timeText(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
