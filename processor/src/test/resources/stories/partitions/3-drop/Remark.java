package shop;

import dev.varve.annotations.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Table
@ForeignKey(columns = {"event", "day"}, references = Event.class, name = "remark_of_event")
public record Remark(@Id long id, long event, LocalDate day) {}
