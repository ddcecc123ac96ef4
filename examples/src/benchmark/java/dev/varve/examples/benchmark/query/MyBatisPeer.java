package dev.varve.examples.benchmark.query;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.apache.ibatis.type.ArrayTypeHandler;
import org.apache.ibatis.type.ObjectTypeHandler;

/** MyBatis with the record's constructor told argument by argument, its fastest way. */
final class MyBatisPeer implements Peer {
  private static final String SELECT = "SELECT " + JdbcPeer.COLUMNS + " FROM item";
  private static final String INSERT =
      "INSERT INTO new_item (name, code, amount, total, price, active, made, token, tags, note)"
          + " VALUES (#{name}, #{code}, #{amount}, #{total}, #{price}, #{active}, #{made},"
          + " #{token,typeHandler=org.apache.ibatis.type.ObjectTypeHandler},"
          + " #{tags,typeHandler=org.apache.ibatis.type.ArrayTypeHandler},"
          + " #{note,jdbcType=VARCHAR})";

  /** The statements. */
  interface Items {
    @Select(SELECT + " WHERE id = #{id}")
    @ConstructorArgs({
      @Arg(column = "id", javaType = long.class, id = true),
      @Arg(column = "name", javaType = String.class),
      @Arg(column = "code", javaType = String.class),
      @Arg(column = "amount", javaType = int.class),
      @Arg(column = "total", javaType = long.class),
      @Arg(column = "price", javaType = BigDecimal.class),
      @Arg(column = "active", javaType = boolean.class),
      @Arg(column = "made", javaType = OffsetDateTime.class),
      @Arg(column = "token", javaType = UUID.class, typeHandler = ObjectTypeHandler.class),
      @Arg(column = "tags", javaType = String[].class, typeHandler = ArrayTypeHandler.class),
      @Arg(column = "note", javaType = String.class)
    })
    @Results(id = "item")
    Item find(long id);

    @Select(SELECT + " WHERE id <= #{count} ORDER BY id")
    @ResultMap("item")
    List<Item> list(long count);

    @Select(SELECT + " ORDER BY id")
    @ResultMap("item")
    @Options(fetchSize = 1_000)
    Cursor<Item> all();

    @Select(INSERT + " RETURNING id")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    long insertReturning(Item item);

    @Insert(INSERT)
    void insert(Item item);

    @Select("<script>"
        + SELECT
        + "<where>"
        + "<if test='name != null'>AND name LIKE #{name}</if>"
        + "<if test='least > 0'>AND amount >= #{least}</if>"
        + "<if test='active'>AND active = #{active}</if>"
        + "</where> ORDER BY id</script>")
    @ResultMap("item")
    List<Item> search(
        @Param("name") String name, @Param("least") int least, @Param("active") boolean active);
  }

  private final SqlSessionFactory factory;

  MyBatisPeer(DataSource source) {
    Configuration configuration =
        new Configuration(new Environment("benchmark", new JdbcTransactionFactory(), source));
    configuration.addMapper(Items.class);
    this.factory = new SqlSessionFactoryBuilder().build(configuration);
  }

  @Override
  public Object find(long id) {
    try (SqlSession session = factory.openSession(true)) {
      return session.getMapper(Items.class).find(id);
    }
  }

  @Override
  public List<?> list(int count) {
    try (SqlSession session = factory.openSession(true)) {
      return session.getMapper(Items.class).list(count);
    }
  }

  @Override
  public long stream() throws Exception {
    try (SqlSession session = factory.openSession(false);
        Cursor<Item> items = session.getMapper(Items.class).all()) {
      long sum = 0;
      for (Item item : items) {
        sum += item.amount();
      }
      return sum;
    }
  }

  @Override
  public long insert(Item item) {
    try (SqlSession session = factory.openSession(true)) {
      return session.getMapper(Items.class).insertReturning(item);
    }
  }

  @Override
  public void insertAll(List<Item> items) {
    try (SqlSession session = factory.openSession(ExecutorType.BATCH, false)) {
      Items mapper = session.getMapper(Items.class);
      int open = 0;
      for (Item item : items) {
        mapper.insert(item);
        if (++open % 1_000 == 0) {
          session.flushStatements();
        }
      }
      session.commit();
    }
  }

  @Override
  public void load(List<Item> items) {
    insertAll(items);
  }

  @Override
  public Object search(Search search) {
    return factory
        .getConfiguration()
        .getMappedStatement(Items.class.getName() + ".search")
        .getBoundSql(search)
        .getSql();
  }
}
