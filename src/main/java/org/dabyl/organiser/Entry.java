package org.dabyl.organiser;

import java.time.Instant;
import java.util.Set;
import org.dabyl.district.DistrictCode;

/**
 * An act in the log.
 *
 * @param place its place in the log, from 1
 * @param at when
 * @param by the number that stands for the organiser; says nothing about who that is
 * @param act what
 * @param where the districts it is about; empty for all of them
 * @param about the number of the alert; empty for none
 * @param detail what else is worth knowing, in the organiser's own words; may be empty
 */
public record Entry(long place, Instant at, int by, Act act, Set<DistrictCode> where, String about, String detail) {}
