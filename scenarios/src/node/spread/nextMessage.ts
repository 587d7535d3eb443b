import type { Consumer, JsMsg } from '@nats-io/jetstream';

/** A pull that brings nothing ends after so long, as the server sees it. */
const PULL_MS = 1_000;
/** The client waits for ever for a pull in whose midst the line broke: so long after its start it is given up. */
const GIVEN_UP_MS = 2_500;

/** The next message of a consumer, or `null` where there is none for a while. Throws what the server answers. */
export async function nextMessage(consumer: Consumer): Promise<JsMsg | null> {
  const pull = await consumer.fetch({ max_messages: 1, expires: PULL_MS });
  const patience = setTimeout(() => pull.stop(), GIVEN_UP_MS);
  try {
    for await (const message of pull) return message;
    return null;
  } finally {
    clearTimeout(patience);
  }
}
