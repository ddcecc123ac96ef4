package dev.varve.examples.learningcards.content;

import static dev.varve.examples.learningcards.content.FolderTable.FOLDERS;

import dev.varve.examples.learningcards.auth.User;
import dev.varve.runtime.query.Operations;
import dev.varve.runtime.query.Row2;
import java.util.List;

/** The tree that a user's decks lie in. */
public final class Folders {
  private final Operations db;

  public Folders(Operations db) {
    this.db = db;
  }

  public Folder create(User owner, String name) {
    return db.insert(FOLDERS)
        .values(FolderInsert.of(owner.id(), name))
        .returning()
        .one();
  }

  public Folder create(Folder parent, String name) {
    return db.insert(FOLDERS)
        .values(FolderInsert.of(parent.ownerId(), name).parentId(parent.id()))
        .returning()
        .one();
  }

  /** The user's folders that lie in another one, each after the name of that. */
  public List<Row2<String, String>> nested(User owner) {
    FolderTable parents = FOLDERS.as("parent");
    return db.select(parents.name, FOLDERS.name)
        .from(FOLDERS)
        .join(parents)
        .on(parents.id.eq(FOLDERS.parentId))
        .where(FOLDERS.ownerId.eq(owner.id()))
        .orderBy(parents.name.asc(), FOLDERS.position.asc(), FOLDERS.name.asc())
        .list();
  }
}
