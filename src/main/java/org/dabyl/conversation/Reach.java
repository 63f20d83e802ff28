package org.dabyl.conversation;

import org.dabyl.district.DistrictCode;

/** How many people a call for a district would reach, as this organiser may know it. */
@FunctionalInterface
interface Reach {

    long of(Chat chat, DistrictCode code);
}
