/* The two workloads of the benchmarks written out by hand in C: what a machine can do without an engine.

   ceiling hold PENDING OPERATIONS SEED
   ceiling escalate REPLICATIONS SEED

   One JSON line each. Only the loop is timed, after a tenth of the work untimed. The queue is a 4-ary heap of 16-byte entries whose
   removed root is refilled by the next insertion; four children fill one line of the cache, the smallest is chosen without a branch,
   and in a heap beyond the near caches the line after next is fetched ahead. Times alone are compared, so ties have no order, and a
   cancelled entry is skipped when it comes up. Generator: xoshiro256++ (Blackman, Vigna 2018); exponential and normal numbers by ziggurats of 256 layers
   (Marsaglia, Tsang 2000); Poisson by inversion of one uniform number. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { double time; uint32_t what, tag; } Entry;

static Entry *heap;
static int64_t length, capacity;
static int has_hole;
static const Entry END = {INFINITY, 0, 0};
static const int64_t FAR = 1 << 15;

/* Three entries of room before the root put the children of each entry into one line. */
static void heap_make(int64_t n) {
    capacity = n + 8;
    heap = (Entry *)aligned_alloc(64, (size_t)(((capacity + 3) * (int64_t)sizeof(Entry) + 63) / 64 * 64)) + 3;
    for (int64_t i = 0; i < capacity; i++) heap[i] = END;
    length = 0, has_hole = 0;
}

static void heap_grow(void) {
    Entry *before = heap;
    int64_t count = capacity;
    heap_make(2 * capacity);
    memcpy(heap, before, (size_t)count * sizeof(Entry));
    length = count - 8, has_hole = 0;
    free(before - 3);
}

static void heap_clear(void) {
    for (int64_t i = 0; i < length; i++) heap[i] = END;
    length = 0, has_hole = 0;
}

/* Behind the last entry stand entries at infinity, so a group of children is always four. */
static inline void sift_down(int64_t hole, Entry e) {
    for (;;) {
        int64_t first = 4 * hole + 1;
        if (first >= length) break;
        const Entry *group = heap + first;
        if (length > FAR) {
            const char *next = (const char *)(heap + 4 * first + 1);
            __builtin_prefetch(next), __builtin_prefetch(next + 64), __builtin_prefetch(next + 128), __builtin_prefetch(next + 192);
        }
        int64_t left = group[1].time < group[0].time;
        int64_t right = 2 + (group[3].time < group[2].time);
        int64_t child = left + (right - left) * (group[right].time < group[left].time);
        if (!(group[child].time < e.time)) break;
        heap[hole] = group[child];
        hole = first + child;
    }
    heap[hole] = e;
}

static inline void heap_add(Entry e) {
    if (has_hole) {
        has_hole = 0;
        sift_down(0, e);
        return;
    }
    if (length + 8 == capacity) heap_grow();
    int64_t i = length++;
    while (i > 0) {
        int64_t parent = (i - 1) / 4;
        if (!(e.time < heap[parent].time)) break;
        heap[i] = heap[parent];
        i = parent;
    }
    heap[i] = e;
}

static inline Entry heap_take(void) {
    if (has_hole) {
        has_hole = 0;
        Entry last = heap[--length];
        heap[length] = END;
        if (length > 0) sift_down(0, last);
    }
    if (length == 0) return END;
    has_hole = 1;
    return heap[0];
}

static uint64_t state[4];

static void seed_with(uint64_t seed) {
    for (int i = 0; i < 4; i++) {
        uint64_t z = seed += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        state[i] = z ^ (z >> 31);
    }
}

static inline uint64_t turn(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static inline uint64_t next_bits(void) {
    uint64_t result = turn(state[0] + state[3], 23) + state[0], t = state[1] << 17;
    state[2] ^= state[0], state[3] ^= state[1], state[1] ^= state[2], state[0] ^= state[3];
    state[2] ^= t, state[3] = turn(state[3], 45);
    return result;
}

static inline double next_uniform(void) { return (double)(next_bits() >> 11) * 0x1p-53; }

/* Edges of the layers, and the density there; layer 0 is the base with the tail. */
static double exp_edge[257], exp_height[257], normal_edge[257], normal_height[257];
static const double EXP_TAIL = 7.6971174701310497, NORMAL_TAIL = 3.6541528853610088;

static void make_tables(void) {
    double area = (EXP_TAIL + 1) * exp(-EXP_TAIL);
    exp_edge[0] = area * exp(EXP_TAIL), exp_edge[1] = EXP_TAIL, exp_edge[256] = 0;
    for (int i = 2; i < 256; i++) exp_edge[i] = -log(area / exp_edge[i - 1] + exp(-exp_edge[i - 1]));
    for (int i = 0; i <= 256; i++) exp_height[i] = exp(-exp_edge[i]);
    double top = exp(-0.5 * NORMAL_TAIL * NORMAL_TAIL);
    area = NORMAL_TAIL * top + sqrt(M_PI / 2) * erfc(NORMAL_TAIL / sqrt(2));
    normal_edge[0] = area / top, normal_edge[1] = NORMAL_TAIL, normal_edge[256] = 0;
    for (int i = 2; i < 256; i++)
        normal_edge[i] = sqrt(-2 * log(area / normal_edge[i - 1] + exp(-0.5 * normal_edge[i - 1] * normal_edge[i - 1])));
    for (int i = 0; i <= 256; i++) normal_height[i] = exp(-0.5 * normal_edge[i] * normal_edge[i]);
}

static inline double next_exponential(void) {
    double start = 0;
    for (;;) {
        uint64_t bits = next_bits();
        int layer = (int)(bits & 255);
        double x = (double)(bits >> 11) * 0x1p-53 * exp_edge[layer];
        if (x < exp_edge[layer + 1]) return start + x;
        if (layer == 0)
            start += EXP_TAIL;
        else if (exp_height[layer] + (exp_height[layer + 1] - exp_height[layer]) * next_uniform() < exp(-x))
            return start + x;
    }
}

static inline double next_normal(void) {
    for (;;) {
        uint64_t bits = next_bits();
        int layer = (int)(bits & 255);
        double sign = bits & 256 ? -1 : 1;
        double x = (double)(bits >> 11) * 0x1p-53 * normal_edge[layer];
        if (x < normal_edge[layer + 1]) return sign * x;
        if (layer == 0) {
            double a, b;
            do {
                a = next_exponential() / NORMAL_TAIL;
                b = next_exponential();
            } while (b + b < a * a);
            return sign * (NORMAL_TAIL + a);
        }
        if (normal_height[layer] + (normal_height[layer + 1] - normal_height[layer]) * next_uniform() < exp(-0.5 * x * x))
            return sign * x;
    }
}

static inline int next_poisson(double p0, double mean) {
    double u = next_uniform(), p = p0;
    int k = 0;
    while (u >= p) {
        u -= p;
        p *= mean / ++k;
    }
    return k;
}

static double now_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* ---- hold ---- */

static double hold(int64_t operations) {
    double time = 0;
    for (int64_t i = 0; i < operations; i++) {
        Entry e = heap_take();
        time = e.time;
        e.time += next_exponential();
        heap_add(e);
    }
    return time;
}

static void run_hold(int64_t pending, int64_t operations, uint64_t seed) {
    heap_make(pending);
    seed_with(seed);
    for (int64_t i = 0; i < pending; i++) heap_add((Entry){next_exponential(), (uint32_t)i, 0});
    double from = hold(operations / 10 + pending), start = now_seconds(), to = hold(operations), seconds = now_seconds() - start;
    printf("{\"engine\":\"c\",\"workload\":\"hold-%lld\",\"reps\":%lld,\"seconds\":%.6f,\"reps_per_s\":%.1f,\"events_per_s\":%.1f,"
           "\"p_spiral\":null,\"step_times_n\":%.6f}\n",
           (long long)pending, (long long)operations, seconds, (double)operations / seconds, (double)operations / seconds,
           (to - from) / (double)operations * (double)pending);
}

/* ---- escalate ---- */

enum { ATTACK_TIMER, REVENGE, STRIKE, DECAY };
enum { PROXIES = 4, SPIRAL = 6 };
static const double HORIZON = 1000, RATE = 0.08, HIT = 0.40, DEADLY = 0.08, RESPONSE = 0.40, RESPONSE_DEADLY = 0.90;
static const double MU = 0.69314718055994531, SIGMA = 0.5, GAMMA = 0.90, STRIKE_DEADLY = 0.05, CALM = 30;

static double time_now;
static int rung;
static uint32_t timer_tag[PROXIES], decay_tag;
static int64_t cancellations;

static inline uint32_t what(int kind, int proxy) { return (uint32_t)(kind * PROXIES + proxy); }

static inline void start_timer(int proxy) {
    heap_add((Entry){time_now + next_exponential() / RATE, what(ATTACK_TIMER, proxy), ++timer_tag[proxy]});
}

static inline int raise_rung(void) {
    if (++rung == SPIRAL) return 1;
    cancellations += rung > 1;
    heap_add((Entry){time_now + CALM * next_exponential(), what(DECAY, 0), ++decay_tag});
    return 0;
}

static inline int attack(int proxy) {
    int is_deadly = next_uniform() < HIT && next_uniform() < DEADLY;
    if (is_deadly && raise_rung()) return 1;
    if (next_uniform() < (is_deadly ? RESPONSE_DEADLY : RESPONSE))
        heap_add((Entry){time_now + exp(MU + SIGMA * next_normal()), what(STRIKE, proxy), 0});
    return 0;
}

static inline int strike(int proxy, double p0) {
    cancellations++;
    start_timer(proxy);
    for (int left = next_poisson(p0, GAMMA); left > 0; left--)
        heap_add((Entry){time_now + next_exponential(), what(REVENGE, proxy), 0});
    return next_uniform() < STRIKE_DEADLY && raise_rung();
}

static int replicate(int64_t *events) {
    double p0 = exp(-GAMMA);
    int64_t count = 0;
    int is_spiral = 0;
    heap_clear();
    time_now = 0, rung = 0;
    for (int proxy = 0; proxy < PROXIES; proxy++) start_timer(proxy);
    while (!is_spiral) {
        Entry e = heap_take();
        if (!(e.time <= HORIZON)) break;
        int kind = (int)e.what / PROXIES, proxy = (int)e.what % PROXIES;
        if ((kind == ATTACK_TIMER && e.tag != timer_tag[proxy]) || (kind == DECAY && e.tag != decay_tag)) continue;
        time_now = e.time;
        count++;
        switch (kind) {
        case ATTACK_TIMER:
            start_timer(proxy);
            is_spiral = attack(proxy);
            break;
        case REVENGE:
            is_spiral = attack(proxy);
            break;
        case STRIKE:
            is_spiral = strike(proxy, p0);
            break;
        default:
            if (--rung > 0) heap_add((Entry){time_now + CALM * next_exponential(), what(DECAY, 0), ++decay_tag});
        }
    }
    *events = count;
    return is_spiral;
}

static void run_escalate(int64_t replications, uint64_t seed) {
    int64_t events, total = 0, spirals = 0;
    double squares = 0;
    heap_make(256);
    seed_with(seed + 1000);
    for (int64_t i = 0; i < replications / 10 + 1; i++) replicate(&events);
    seed_with(seed);
    cancellations = 0;
    double start = now_seconds();
    for (int64_t i = 0; i < replications; i++) {
        spirals += replicate(&events);
        total += events;
        squares += (double)events * (double)events;
    }
    double seconds = now_seconds() - start, n = (double)replications, mean = (double)total / n;
    printf("{\"engine\":\"c\",\"workload\":\"escalate\",\"reps\":%lld,\"seconds\":%.6f,\"reps_per_s\":%.1f,\"events_per_s\":%.1f,"
           "\"p_spiral\":%.6f,\"events_per_rep\":%.4f,\"events_sd\":%.3f,\"cancels_per_rep\":%.3f}\n",
           (long long)replications, seconds, n / seconds, (double)total / seconds, (double)spirals / n, mean,
           sqrt(squares / n - mean * mean), (double)cancellations / n);
}

int main(int count, char **words) {
    make_tables();
    if (count == 5 && !strcmp(words[1], "hold"))
        run_hold(atoll(words[2]), atoll(words[3]), strtoull(words[4], 0, 10));
    else if (count == 4 && !strcmp(words[1], "escalate"))
        run_escalate(atoll(words[2]), strtoull(words[3], 0, 10));
    else {
        fprintf(stderr, "usage: ceiling hold PENDING OPERATIONS SEED | ceiling escalate REPLICATIONS SEED\n");
        return 2;
    }
    return 0;
}
