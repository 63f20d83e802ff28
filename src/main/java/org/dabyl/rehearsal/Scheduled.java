package org.dabyl.rehearsal;

/** Something a member of the crowd will do, at a moment of the crowd's own time in microseconds. */
record Scheduled(long at, long order, Runnable deed) implements Comparable<Scheduled> {

    @Override
    public int compareTo(Scheduled other) {
        int byTime = Long.compare(at, other.at);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
