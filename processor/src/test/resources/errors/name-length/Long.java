package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "answers_that_were_given_to_questions_that_nobody_has_asked_so_far")
public record Long(@Id int id) {}
