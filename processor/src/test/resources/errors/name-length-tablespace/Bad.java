package shop;

import dev.varve.annotations.Index;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

@Table(name = "bad")
@Index(
    columns = "price",
    tablespace = "a_place_on_the_fastest_of_all_disks_of_the_whole_machine_in_the_cellar")
@SequenceGenerator(
    name = "numbers",
    sequenceName = "numbers_of_all_orders_of_all_customers_of_all_shops_of_all_our_countries")
public record Bad(
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers") long id,
    int price) {}
