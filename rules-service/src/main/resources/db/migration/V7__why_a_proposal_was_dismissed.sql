-- Whoever asks later why a rule was left as it is finds the answer beside the learner's word.
alter table proposal add column why text;
