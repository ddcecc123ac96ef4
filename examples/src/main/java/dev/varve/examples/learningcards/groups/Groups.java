package dev.varve.examples.learningcards.groups;

import static dev.varve.examples.learningcards.auth.UserTable.USERS;
import static dev.varve.examples.learningcards.groups.CommentTable.COMMENTS;
import static dev.varve.examples.learningcards.groups.GroupDeckTable.GROUP_DECKS;
import static dev.varve.examples.learningcards.groups.MembershipTable.MEMBERSHIPS;
import static dev.varve.examples.learningcards.groups.StudyGroupTable.STUDY_GROUPS;

import dev.varve.examples.learningcards.auth.User;
import dev.varve.examples.learningcards.content.Deck;
import dev.varve.runtime.query.Operations;
import dev.varve.runtime.query.Row2;
import java.util.List;
import java.util.Optional;

/** Groups, who is in them and what they learn. */
public final class Groups {
  private final Operations db;

  public Groups(Operations db) {
    this.db = db;
  }

  /** Makes a group whose owner is its first member. Call it in a transaction. */
  public StudyGroup create(User owner, String name, String joinCode) {
    StudyGroup group = db.insert(STUDY_GROUPS)
        .values(StudyGroupInsert.of(name, joinCode))
        .returning()
        .one();
    db.insert(MEMBERSHIPS)
        .values(MembershipInsert.of(group.id(), owner.id()).role(MemberRole.OWNER))
        .execute();
    return group;
  }

  /** Lets the user in if there is a group with this code. */
  public Optional<StudyGroup> join(User user, String joinCode) {
    Optional<StudyGroup> group = db.find(STUDY_GROUPS.uqJoinCode, joinCode);
    group.ifPresent(found -> db.insert(MEMBERSHIPS)
        .values(MembershipInsert.of(found.id(), user.id()))
        .execute());
    return group;
  }

  public void share(StudyGroup group, Deck deck, User by) {
    db.insert(GROUP_DECKS)
        .values(GroupDeckInsert.of(group.id(), deck.id()).sharedBy(by.id()))
        .execute();
  }

  public Comment say(StudyGroup group, User author, String body) {
    return db.insert(COMMENTS)
        .values(CommentInsert.of(group.id(), body).authorId(author.id()))
        .returning()
        .one();
  }

  public Comment reply(Comment comment, User author, String body) {
    return db.insert(COMMENTS)
        .values(
            CommentInsert.of(comment.groupId(), body).authorId(author.id()).parentId(comment.id()))
        .returning()
        .one();
  }

  /** The names of the members and what they may do, by name. */
  public List<Row2<String, MemberRole>> members(StudyGroup group) {
    return db.select(USERS.displayName, MEMBERSHIPS.role)
        .from(MEMBERSHIPS)
        .join(USERS)
        .on(USERS.id.eq(MEMBERSHIPS.userId))
        .where(MEMBERSHIPS.groupId.eq(group.id()))
        .orderBy(USERS.displayName.asc())
        .list();
  }

  public boolean dissolve(String joinCode) {
    return db.delete(STUDY_GROUPS).where(STUDY_GROUPS.joinCode.eq(joinCode)).execute() > 0;
  }
}
