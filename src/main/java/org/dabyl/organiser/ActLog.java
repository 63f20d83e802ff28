package org.dabyl.organiser;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dabyl.organiser.Tampering.What;
import org.dabyl.store.Script;
import org.dabyl.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Reads the log of acts, and tells whether it is whole.
 *
 * <p>Who holds the database alone can put back an older copy of all of it. That is found by an instance that has seen more, for as
 * long as it runs; organisers have the acts in their chats besides.
 */
final class ActLog {

    private static final Pattern END = Pattern.compile("\\d{1,18}\\|\\S+");

    @SuppressWarnings("rawtypes")
    private static final Script<List> READ = Script.beside(ActLog.class, "acts.lua", List.class);

    private final StringRedisTemplate redis;
    private final Vault vault;
    private volatile @Nullable ActForm seen;

    ActLog(StringRedisTemplate redis, Vault vault) {
        this.redis = redis;
        this.vault = vault;
    }

    /** What stood in Redis at one moment: the ends as {@code place|mark}, empty for none, and the acts, the oldest first. */
    record Content(String base, String head, List<String> acts) {}

    /** The newest acts; all of them for 0. */
    @SuppressWarnings("unchecked")
    Content read(int most) {
        List<String> read = READ.run(redis, List.of(Acts.KEY, Acts.ENDS), most == 0 ? 0 : -most);
        return new Content(read.get(0), read.get(1), read.subList(2, read.size()));
    }

    /** From now on the log has to hold this act. */
    synchronized void saw(ActForm form) {
        ActForm before = seen;
        if (before == null || before.place() < form.place()) {
            seen = form;
        }
    }

    String base(long place) {
        return base(vault, place);
    }

    static String base(Vault vault, long place) {
        return place + "|" + vault.sealNumber(place, Acts.ENDS + ":base");
    }

    /** 0 where it is none. */
    static long place(String end) {
        return END.matcher(end).matches() ? Long.parseLong(end.split("\\|", -1)[0]) : 0;
    }

    Optional<Tampering> verify() {
        ActForm known = seen;
        Content content = read(0);
        long place = place(content.base());
        if (!content.base().isEmpty() && !content.base().equals(base(place))) {
            return broken(What.CHANGED, place);
        }
        boolean found = known == null || known.place() <= place;
        ActForm last = null;
        for (String text : content.acts()) {
            ActForm form = ActForm.read(vault, text).orElse(null);
            if (form == null) {
                return broken(What.CHANGED, place + 1);
            }
            if (form.place() != place + 1) {
                return broken(stands(content.acts(), place + 1) ? What.REORDERED : What.REMOVED, place + 1);
            }
            if (last != null && !last.mark().equals(form.before())) {
                return broken(What.CHANGED, form.place());
            }
            place = form.place();
            found |= known != null && known.end().equals(form.end());
            last = form;
        }
        boolean whole = found
                && (last == null
                        ? place(content.head()) == place
                        : content.head().equals(last.end()));
        if (whole && last != null) {
            saw(last);
        }
        return whole ? Optional.empty() : broken(What.REMOVED, place + 1);
    }

    private boolean stands(List<String> acts, long place) {
        return acts.stream()
                .flatMap(text -> ActForm.read(vault, text).stream())
                .anyMatch(form -> form.place() == place);
    }

    private static Optional<Tampering> broken(What what, long place) {
        return Optional.of(new Tampering(what, place));
    }
}
