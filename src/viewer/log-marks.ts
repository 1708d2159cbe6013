/** Log records on the bars, with their shapes: loaded for a run that logs. */
import './marks.css';
export { rowLogs } from './row-logs.ts';
