package dev.varve.examples.benchmark.query;

import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** Hibernate's StatelessSession, which is its faster one where no graph of objects is needed. */
final class HibernatePeer implements Peer {
  private final SessionFactory factory;

  HibernatePeer(DataSource source) {
    Configuration configuration = new Configuration()
        .addAnnotatedClass(HibernateItem.class)
        .addAnnotatedClass(HibernateNewItem.class)
        .setProperty("hibernate.jdbc.batch_size", "1000");
    configuration.getProperties().put("hibernate.connection.datasource", source);
    this.factory = configuration.buildSessionFactory();
  }

  @Override
  public Object find(long id) {
    try (StatelessSession session = factory.openStatelessSession()) {
      return session.get(HibernateItem.class, id);
    }
  }

  @Override
  public List<?> list(int count) {
    try (StatelessSession session = factory.openStatelessSession()) {
      return session
          .createSelectionQuery("from item where id <= :count order by id", HibernateItem.class)
          .setParameter("count", (long) count)
          .getResultList();
    }
  }

  @Override
  public long stream() {
    return factory.fromStatelessTransaction(session -> {
      try (Stream<HibernateItem> items = session
          .createSelectionQuery("from item order by id", HibernateItem.class)
          .setFetchSize(1_000)
          .getResultStream()) {
        return items.mapToLong(item -> item.amount).sum();
      }
    });
  }

  @Override
  public long insert(Item item) {
    return factory.fromStatelessTransaction(
        session -> (Long) session.insert(new HibernateNewItem(item)));
  }

  @Override
  public void insertAll(List<Item> items) {
    factory.inStatelessTransaction(session -> {
      List<HibernateNewItem> entities = new ArrayList<>(items.size());
      for (Item item : items) {
        entities.add(new HibernateNewItem(item));
      }
      session.insertMultiple(entities);
    });
  }

  @Override
  public void load(List<Item> items) {
    factory.inStatelessTransaction(session -> {
      for (int i = 0; i < items.size(); i += 1_000) {
        List<HibernateNewItem> entities = new ArrayList<>(1_000);
        for (Item item : items.subList(i, Math.min(i + 1_000, items.size()))) {
          entities.add(new HibernateNewItem(item));
        }
        session.insertMultiple(entities);
      }
    });
  }

  /** The tree of the criteria; Hibernate writes its SQL only when it runs. */
  @Override
  public Object search(Search search) {
    HibernateCriteriaBuilder builder = factory.getCriteriaBuilder();
    CriteriaQuery<HibernateItem> query = builder.createQuery(HibernateItem.class);
    Root<HibernateItem> item = query.from(HibernateItem.class);
    List<Predicate> conditions = new ArrayList<>();
    if (search.name() != null) {
      conditions.add(builder.like(item.get("name"), search.name()));
    }
    if (search.least() > 0) {
      conditions.add(builder.ge(item.get("amount"), search.least()));
    }
    if (search.active()) {
      conditions.add(builder.equal(item.get("active"), true));
    }
    return query.where(conditions.toArray(Predicate[]::new)).orderBy(builder.asc(item.get("id")));
  }
}
