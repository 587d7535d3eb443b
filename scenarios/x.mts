import { connect } from '@nats-io/transport-node';
import { jetstreamManager } from '@nats-io/jetstream';
const nc = await connect({ servers: ['127.0.0.1:43221', '127.0.0.1:43222', '127.0.0.1:43223'] });
const jsm = await jetstreamManager(nc);
for await (const s of jsm.streams.list()) {
  console.log(s.config.name, s.config.num_replicas, s.state, s.cluster?.leader, JSON.stringify(s.cluster?.replicas));
  for await (const c of jsm.consumers.list(s.config.name)) console.log('  ', c.name, c.num_pending, c.num_ack_pending, c.num_redelivered, c.num_waiting, JSON.stringify(c.delivered), JSON.stringify(c.ack_floor));
}
await nc.close();
