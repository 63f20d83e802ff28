package org.dabyl.rehearsal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Moves the crowd and the morning, and tells the pages, ten times a second; lets go of every waiting request when the program ends. */
final class Heartbeat implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final long BEAT_MS = 100;
    private final SimulatedTelegram telegram;
    private final Live live;
    private final Crowd crowd;
    private final Morning morning;
    private volatile @Nullable ScheduledExecutorService beats;
    private @Nullable ScheduledFuture<?> beating;
    private int beaten;
    private CrowdView shown = CrowdView.EMPTY;
    private @Nullable MorningView told;

    Heartbeat(SimulatedTelegram telegram, Live live, Crowd crowd, Morning morning) {
        this.telegram = telegram;
        this.live = live;
        this.crowd = crowd;
        this.morning = morning;
    }

    @Override
    public void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("rehearsal").factory());
        beating = executor.scheduleWithFixedDelay(this::beat, BEAT_MS, BEAT_MS, TimeUnit.MILLISECONDS);
        beats = executor;
    }

    @Override
    public void stop() {
        if (beating != null) {
            beating.cancel(false);
        }
        ScheduledExecutorService executor = beats;
        if (executor != null) {
            executor.shutdownNow();
        }
        beats = null;
        live.close();
        telegram.release();
    }

    @Override
    public boolean isRunning() {
        return beats != null;
    }

    /** An exception would end the schedule for ever, hence the net. */
    private void beat() {
        try {
            crowd.tick();
            morning.tick();
            live.flush();
            if (++beaten % 5 == 0) {
                showMorning();
            }
            if (beaten % 10 == 0) {
                showCrowd();
            }
        } catch (RuntimeException e) {
            LOG.warn("A beat of the rehearsal was lost", e);
        }
    }

    private void showMorning() {
        MorningView now = morning.view();
        if (!now.equals(told)) {
            // the guide's steps wait while it plays
            if (told == null || told.idle() != now.idle()) {
                live.tell("guide", "");
            }
            told = now;
            live.tell("morning", "");
        }
    }

    private void showCrowd() {
        CrowdView now = crowd.view();
        if (!now.equals(shown)) {
            shown = now;
            live.tell("crowd", "");
            live.tell("guide", "");
        }
    }
}
