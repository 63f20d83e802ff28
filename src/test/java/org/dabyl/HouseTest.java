package org.dabyl;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house: which room may know which, and what nobody may do. */
class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.dabyl");

    @Test
    void roomsDoNotNeedEachOtherInACircle() {
        check(slices().matching("org.dabyl.(*)..").should().beFreeOfCycles());
    }

    @Test
    void theRehearsalKnowsNothingOfTheProgram() {
        check(noClasses()
                .that()
                .resideInAPackage("org.dabyl.rehearsal..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.dabyl..").and(not(resideInAPackage("org.dabyl.rehearsal..")))));
    }

    @Test
    void theProgramKnowsNothingOfTheRehearsal() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.dabyl", "org.dabyl.rehearsal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.dabyl.rehearsal.."));
    }

    @Test
    void onlyOneRoomSpeaksTelegram() {
        checkOnlyOneKnows("telegram", "org.telegram..");
    }

    @Test
    void onlyOneRoomKnowsQuartz() {
        checkOnlyOneKnows("timetable", "org.quartz..");
    }

    @Test
    void onlyOneRoomHoldsKeys() {
        checkOnlyOneKnows("vault", "com.google.crypto.tink..");
    }

    @Test
    void theConversationDoesNotKnowHowItIsCarried() {
        check(noClasses()
                .that()
                .resideInAPackage("org.dabyl.conversation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dabyl.telegram..", "org.dabyl.room.."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "district",
                "supporter",
                "organiser",
                "report",
                "alert",
                "drill",
                "watch",
                "channel",
                "turnout",
                "delivery",
                "fleet",
                "panic",
                "timetable",
                "vault",
                "store"
            })
    void whatIsTalkedAboutDoesNotKnowTheTalk(String room) {
        check(noClasses()
                .that()
                .resideInAPackage("org.dabyl." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dabyl.conversation..", "org.dabyl.telegram..", "org.dabyl.room.."));
    }

    @Test
    void timeIsReadFromAClockThatIsHandedIn() {
        check(noClasses().should().callMethodWhere(describe("reads the time of the machine", HouseTest::readsTheTime)));
        check(noClasses().should().callConstructor(Date.class));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.dabyl.timetable..")
                .should()
                .callMethodWhere(describe("makes a clock", HouseTest::makesAClock)));
    }

    @Test
    void aNameSaysWhatAClassIs() {
        check(noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)"));
    }

    @Test
    void everyRoomSaysWhatItIsForAndWhatMayBeNull() {
        Stream<JavaPackage> rooms = HOUSE.stream().map(JavaClass::getPackage).distinct();

        assertThat(rooms).allSatisfy(room -> assertThat(room.isAnnotatedWith(NullMarked.class))
                .as(room.getName())
                .isTrue());
    }

    /** Keeps the rules above honest: they would all hold for a house without rooms. */
    @Test
    void theHouseIsRead() {
        check(classes().that().haveSimpleName("Vault").should().resideInAPackage("org.dabyl.vault"));
        assertThat(HOUSE.contain(Dabyl.class)).isTrue();
    }

    private static void checkOnlyOneKnows(String room, String library) {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.dabyl." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    private static boolean readsTheTime(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        boolean bare =
                call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean now =
                owner.getPackageName().startsWith("java.time") && call.getName().equals("now") && bare;
        return now || (owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis"));
    }

    private static boolean makesAClock(JavaCall<?> call) {
        return call.getTargetOwner().isEquivalentTo(Clock.class)
                && call.getName().startsWith("system");
    }

    private static void check(ArchRule rule) {
        // a rule may be older than the room it is about
        rule.allowEmptyShould(true).check(HOUSE);
    }
}
