-- References can be checked at the end of a transaction, as in SQLite, if the transaction asks for it. drizzle-kit cannot
-- say that. A later migration that adds a reference repeats this block.
do $$
declare
  reference record;
begin
  for reference in
    select conrelid::regclass as referring, conname as name
    from pg_constraint
    where contype = 'f' and not condeferrable and connamespace = current_schema()::regnamespace
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', reference.referring, reference.name);
  end loop;
end
$$;
