// Runs in its own process, as the local stack does. Arguments: the database server's socket.
import { createDataApi } from '../../../local/services/rds-data/createDataApi.ts';
import { startRdsData } from '../../../local/services/rds-data/startRdsData.ts';
import { clusterOn } from './cluster.ts';

const dataApi = createDataApi([clusterOn(process.argv[2] ?? '')]);
const server = await startRdsData(dataApi, 0, (line) => console.error(line));
console.log(server.url);
process.once('SIGTERM', () => server.stop());
