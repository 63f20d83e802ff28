package org.dabyl.alert;

import org.dabyl.district.DistrictCode;
import org.dabyl.vault.SealedId;

/**
 * An alert that is written but not sent.
 *
 * @param id the id that the alert will have, so that a draft sent twice is one alert
 * @param author the only one who may send it
 * @param district where
 * @param plan what is decided about it
 */
public record Draft(AlertId id, SealedId author, DistrictCode district, Plan plan) {}
