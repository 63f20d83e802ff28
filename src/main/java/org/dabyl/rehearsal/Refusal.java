package org.dabyl.rehearsal;

/** A call that Telegram refuses: the status, its words, and the seconds to wait where there are any. */
final class Refusal extends RuntimeException {
    final int code;
    final int retryAfter;

    Refusal(int code, String description) {
        this(code, description, 0);
    }

    private Refusal(int code, String description, int retryAfter) {
        super(description, null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static Refusal badRequest(String what) {
        return new Refusal(400, "Bad Request: " + what);
    }

    static Refusal forbidden(String what) {
        return new Refusal(403, "Forbidden: " + what);
    }

    static Refusal tooMany(int seconds) {
        return new Refusal(429, "Too Many Requests: retry after " + seconds, seconds);
    }
}
