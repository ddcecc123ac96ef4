package dev.varve.examples.benchmark.query;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The peers by their names. */
final class Peers {
  private Peers() {}

  static Map<String, Peer> of(DataSource source) {
    Map<String, Peer> peers = new LinkedHashMap<>();
    peers.put(QuerySlices.BASE, new JdbcPeer(source));
    peers.put("Varve", new VarvePeer(source));
    peers.put("jOOQ", new JooqPeer(source));
    peers.put("Hibernate", new HibernatePeer(source));
    peers.put("Jdbi", new JdbiPeer(source));
    peers.put("Spring JdbcClient", new SpringPeer(source));
    peers.put("MyBatis", new MyBatisPeer(source));
    peers.put(QuerySlices.CONTROL, new JdbcPeer(source));
    return peers;
  }

  static boolean does(Peer peer, Work work) {
    if (work != Work.SEARCH) {
      return true;
    }
    try {
      peer.search(Search.ALL);
      return true;
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }
}
