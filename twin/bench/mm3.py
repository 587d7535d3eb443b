"""M/M/3 at load 0.8 on SimPy: prints customers, seconds of processor time and the mean wait in mean services."""
import random
import sys
import time

import simpy

CUSTOMERS = int(sys.argv[1])
waits = []


def customer(env, desk):
    came = env.now
    with desk.request() as turn:
        yield turn
        waits.append(env.now - came)
        yield env.timeout(random.expovariate(1.0))


def arrivals(env, desk):
    for _ in range(CUSTOMERS):
        env.process(customer(env, desk))
        yield env.timeout(random.expovariate(2.4))


random.seed(3)
env = simpy.Environment()
env.process(arrivals(env, simpy.Resource(env, capacity=3)))
began = time.process_time()
env.run()
print(CUSTOMERS, time.process_time() - began, sum(waits) / len(waits))
