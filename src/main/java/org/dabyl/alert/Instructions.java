package org.dabyl.alert;

/**
 * What someone who comes to an alert has to know now; each empty where there is none.
 *
 * @param muster where everyone shall come
 * @param rendezvous where those shall come who say that they come
 * @param news the newest news to this person, as far as it went by what they answered
 */
public record Instructions(String muster, String rendezvous, String news) {}
