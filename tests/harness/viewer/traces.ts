/** The page that opens trace files, without the site around it: what the measurements open. */
import '../../../src/styles/tokens.css';
import '../../../src/viewer/viewer.css';
import '../../../src/components/traces/traces.css';
import '../../../src/components/traces/element.ts';
