package dev.varve.processor.read;

/** The full names of our own annotations: compilers show them by name, not as classes. */
final class Marker {
  private static final String PACKAGE = "dev.varve.annotations.";
  static final String DEFAULT = PACKAGE + "Default";
  static final String JSON = PACKAGE + "Json";
  static final String REFERENCES = PACKAGE + "References";
  static final String INDEX = PACKAGE + "Index";
  static final String CHECK = PACKAGE + "Check";
  static final String UNIQUE = PACKAGE + "Unique";
  static final String PRIMARY_KEY = PACKAGE + "PrimaryKey";
  static final String EXCLUDE = PACKAGE + "Exclude";
  static final String FOREIGN_KEY = PACKAGE + "ForeignKey";
  static final String KEYLESS = PACKAGE + "Keyless";
  static final String PREFIX = PACKAGE + "Prefix";
  static final String RENAMED_FROM = PACKAGE + "RenamedFrom";
  static final String DROPPED = PACKAGE + "Dropped";
  static final String BACKFILL = PACKAGE + "Backfill";
  static final String VIEW = PACKAGE + "View";
  static final String MATERIALIZED_VIEW = PACKAGE + "MaterializedView";
  static final String USING = PACKAGE + "Using";
  static final String GENERATED = PACKAGE + "Generated";
  static final String IDENTITY = PACKAGE + "Identity";
  static final String SENSITIVE = PACKAGE + "Sensitive";
  static final String SERIAL = PACKAGE + "Serial";
  static final String COLLATION = PACKAGE + "Collation";
  static final String STORAGE = PACKAGE + "Storage";
  static final String COMPRESSION = PACKAGE + "Compression";
  static final String UNLOGGED = PACKAGE + "Unlogged";
  static final String WITH = PACKAGE + "With";
  static final String TABLESPACE = PACKAGE + "Tablespace";
  static final String PARTITIONED = PACKAGE + "Partitioned";
  static final String PARTITION = PACKAGE + "Partition";
  static final String ALLOW_REWRITE = PACKAGE + "AllowRewrite";

  static final String ROUTINE = PACKAGE + "Routine";
  static final String TRIGGER = PACKAGE + "Trigger";
  static final String POLICY = PACKAGE + "Policy";
  static final String ROW_SECURITY = PACKAGE + "RowSecurity";
  static final String ROLE = PACKAGE + "Role";
  static final String DOMAIN = PACKAGE + "Domain";
  static final String COMPOSITE_TYPE = PACKAGE + "CompositeType";
  static final String NAMED_ENUM = PACKAGE + "NamedEnum";
  static final String COMMENT = PACKAGE + "Comment";
  static final String EXTENSION = PACKAGE + "Extension";
  static final String SEQUENCE = PACKAGE + "Sequence";
  static final String GRANT = PACKAGE + "Grant";

  private Marker() {}
}
