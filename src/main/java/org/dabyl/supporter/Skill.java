package org.dabyl.supporter;

/** What a supporter can bring. */
public enum Skill {
    CAR,
    CAMERA,
    FIRST_AID,
    LAW,
    TRANSLATION
}
