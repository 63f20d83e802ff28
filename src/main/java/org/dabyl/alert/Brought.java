package org.dabyl.alert;

import java.util.Map;
import org.dabyl.supporter.Skill;

/** What those on the way to an alert, and those there, bring with them; kept together with the answers. */
public interface Brought {

    /** How many bring what; what nobody brings may be left out. */
    Map<Skill, Long> brought(AlertId id);
}
