package shop;

import dev.varve.annotations.Index;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
@Index(columns = {"front", "back"}, name = "sound")
@Index(columns = "back", name = "bad_front_idx")
@Index(columns = "back", name = "card_pkey")
public record Bad(@Id long id, @Index String front, String back) {}
