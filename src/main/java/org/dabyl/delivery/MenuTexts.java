package org.dabyl.delivery;

import java.util.List;

/** What the bots say about themselves outside of any conversation. */
public interface MenuTexts {

    /** The commands of everyone, at most 100. */
    List<MenuEntry> supporter(Language language);

    /** The commands of an organiser, at most 100. */
    List<MenuEntry> organiser(Language language);

    /** What an empty chat shows before the first message, at most 512 characters. */
    String description(Language language);

    /** What the bot's profile and a shared link show, at most 120 characters. */
    String shortDescription(Language language);
}
