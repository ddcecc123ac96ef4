package dev.varve.examples.benchmark.query;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStep10;
import org.jooq.Record;
import org.jooq.Record11;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** jOOQ's open source edition, its tables by names and types as its generator would give them. */
final class JooqPeer implements Peer {
  private static final Table<Record> ITEM = table(name("item"));
  private static final Table<Record> NEW_ITEM = table(name("new_item"));
  private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
  private static final Field<String> NAME = field(name("name"), SQLDataType.CLOB);
  private static final Field<String> CODE = field(name("code"), SQLDataType.VARCHAR(40));
  private static final Field<Integer> AMOUNT = field(name("amount"), SQLDataType.INTEGER);
  private static final Field<Long> TOTAL = field(name("total"), SQLDataType.BIGINT);
  private static final Field<BigDecimal> PRICE = field(name("price"), SQLDataType.NUMERIC);
  private static final Field<Boolean> ACTIVE = field(name("active"), SQLDataType.BOOLEAN);
  private static final Field<OffsetDateTime> MADE =
      field(name("made"), SQLDataType.TIMESTAMPWITHTIMEZONE);
  private static final Field<UUID> TOKEN = field(name("token"), SQLDataType.UUID);
  private static final Field<String[]> TAGS = field(name("tags"), SQLDataType.CLOB.array());
  private static final Field<String> NOTE = field(name("note"), SQLDataType.CLOB);

  private final DSLContext context;

  JooqPeer(DataSource source) {
    this.context = DSL.using(source, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
  }

  private static SelectJoinStep<
          Record11<
              Long,
              String,
              String,
              Integer,
              Long,
              BigDecimal,
              Boolean,
              OffsetDateTime,
              UUID,
              String[],
              String>>
      select(DSLContext context) {
    return context
        .select(ID, NAME, CODE, AMOUNT, TOTAL, PRICE, ACTIVE, MADE, TOKEN, TAGS, NOTE)
        .from(ITEM);
  }

  @Override
  public Object find(long id) {
    return select(context).where(ID.eq(id)).fetchSingle(Records.mapping(Item::new));
  }

  @Override
  public List<?> list(int count) {
    return select(context).where(ID.le((long) count)).orderBy(ID).fetch(Records.mapping(Item::new));
  }

  @Override
  public long stream() {
    return context.transactionResult(configuration -> {
      long sum = 0;
      try (var cursor =
          select(DSL.using(configuration)).orderBy(ID).fetchSize(1_000).fetchLazy()) {
        var mapping = Records.mapping(Item::new);
        for (var row : cursor) {
          sum += mapping.map(row).amount();
        }
      }
      return sum;
    });
  }

  @Override
  public long insert(Item item) {
    return insertInto(context)
        .values(
            item.name(),
            item.code(),
            item.amount(),
            item.total(),
            item.price(),
            item.active(),
            item.made(),
            item.token(),
            item.tags(),
            item.note())
        .returningResult(ID)
        .fetchSingle()
        .value1();
  }

  private static InsertValuesStep10<
          Record,
          String,
          String,
          Integer,
          Long,
          BigDecimal,
          Boolean,
          OffsetDateTime,
          UUID,
          String[],
          String>
      insertInto(DSLContext context) {
    return context.insertInto(
        NEW_ITEM, NAME, CODE, AMOUNT, TOTAL, PRICE, ACTIVE, MADE, TOKEN, TAGS, NOTE);
  }

  @Override
  public void insertAll(List<Item> items) {
    context.transaction(configuration -> batch(DSL.using(configuration), items));
  }

  @Override
  public void load(List<Item> items) {
    context.transaction(configuration -> {
      for (int i = 0; i < items.size(); i += 1_000) {
        batch(DSL.using(configuration), items.subList(i, Math.min(i + 1_000, items.size())));
      }
    });
  }

  private static void batch(DSLContext context, List<Item> items) {
    BatchBindStep batch = context.batch(insertInto(context)
        .values(
            val((String) null),
            val((String) null),
            val((Integer) null),
            val((Long) null),
            val((BigDecimal) null),
            val((Boolean) null),
            val((OffsetDateTime) null),
            val((UUID) null),
            val((String[]) null),
            val((String) null)));
    for (Item item : items) {
      batch.bind(
          item.name(),
          item.code(),
          item.amount(),
          item.total(),
          item.price(),
          item.active(),
          item.made(),
          item.token(),
          item.tags(),
          item.note());
    }
    batch.execute();
  }

  @Override
  public Object search(Search search) {
    Condition condition = noCondition();
    if (search.name() != null) {
      condition = condition.and(NAME.like(search.name()));
    }
    if (search.least() > 0) {
      condition = condition.and(AMOUNT.ge(search.least()));
    }
    if (search.active()) {
      condition = condition.and(ACTIVE.eq(true));
    }
    return select(context).where(condition).orderBy(ID).getSQL();
  }
}
