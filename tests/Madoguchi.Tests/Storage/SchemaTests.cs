using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Storage;

/// <summary>Migrations are written by hand, so nothing but this test says that they lead to the model.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData(On.Sqlite)]
    [InlineData(On.Postgres)]
    public async Task The_migrations_lead_to_the_model(On on)
    {
        var modelled = await Catalog(on, db => db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken));
        var migrated = await Catalog(on, db => db.Database.MigrateAsync(TestContext.Current.CancellationToken));

        Assert.NotEmpty(modelled);
        var beside = on == On.Postgres ? BesideTheModelOnPostgres : BesideTheModelOnSqlite;
        Assert.Equal(beside.Order(), migrated.Except(modelled).Order());
        string[] differences = [.. modelled.Except(migrated).Select(l => $"missing: {l}")];
        Assert.True(differences is [], string.Join('\n', differences));
    }

    // Each engine's own full-text index: no model knows it, the migration does; and nothing else is beside the model.
    private static readonly string[] BesideTheModelOnPostgres =
    [
        "table search_texts column Words tsvector not null", "table search_names column Words tsvector not null",
        "CREATE INDEX \"IX_search_texts_Words\" ON public.search_texts USING gin (\"Words\") WITH (gin_pending_list_limit='256')",
        "CREATE INDEX \"IX_search_names_Words\" ON public.search_names USING gin (\"Words\") WITH (gin_pending_list_limit='256')",
    ];

    // FTS5 keeps an index in these tables; of a table without content, the content's own is not among them.
    private static readonly string[] BesideTheModelOnSqlite = [.. new[] { "search_texts_words", "search_names_words" }.SelectMany(t => new[]
    {
        $"table {t} column words ", $"table {t}_config column k  not null key 1", $"table {t}_config column v ", $"table {t}_data column block BLOB", $"table {t}_data column id INTEGER key 1",
        $"table {t}_docsize column id INTEGER key 1", $"table {t}_docsize column origin INTEGER", $"table {t}_docsize column sz BLOB",
        $"table {t}_idx column pgno ", $"table {t}_idx column segid  not null key 1", $"table {t}_idx column term  not null key 2",
    })];

    private static async Task<IReadOnlyList<string>> Catalog(On on, Func<Db, Task> create)
    {
        var folder = Scratch.NewFolder("schema");
        var (connectionString, drop) = on == On.Postgres ? await Clones.NewEmpty() : ($"Data Source={folder}/schema.db", () => ValueTask.CompletedTask);
        var services = new ServiceCollection().AddLogging();
        services.AddStorage(new Engine(connectionString + ";Pooling=false", folder));
        await using (var provider = services.BuildServiceProvider())
        {
            await using var db = await provider.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
            await create(db);
            var lines = await db.Database.SqlQueryRaw<string>(on == On.Postgres ? Postgres : Sqlite).ToListAsync(TestContext.Current.CancellationToken);
            await drop();
            return lines;
        }
    }

    private const string Sqlite =
        """
        select 'table ' || t.name || ' column ' || c.name || ' ' || c.type || iif(c."notnull", ' not null', '') || coalesce(' default ' || c.dflt_value, '') || iif(c.pk > 0, ' key ' || c.pk, '') as Value
          from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and t.name not like '\_\_EF%' escape '\' and t.name not like 'sqlite\_%' escape '\'
        union all
        select 'table ' || t.name || ' refers ' || f."from" || ' to ' || f."table" || '.' || coalesce(f."to", '') || ' ' || f.on_delete
          from sqlite_master t join pragma_foreign_key_list(t.name) f where t.type = 'table'
        union all
        select 'table ' || t.name || iif(i."unique", ' unique', '') || ' index ' || i.name || ' (' || (select group_concat(x.name || iif(x."desc", ' desc', ''), ', ') from pragma_index_xinfo(i.name) x where x.key) || ')'
               || coalesce(' ' || substr(m.sql, instr(m.sql, ' WHERE ')) , '')
          from sqlite_master t join pragma_index_list(t.name) i left join sqlite_master m on m.name = i.name and m.sql like '% WHERE %'
         where t.type = 'table' and t.name not like '\_\_EF%' escape '\' and i.origin <> 'pk'
        """;

    private const string Postgres =
        """
        select 'table ' || c.relname || ' column ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
               || case a.attidentity when '' then '' else ' identity ' || a.attidentity::text end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as "Value"
          from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
               left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
         where n.nspname = 'public' and c.relkind = 'r' and c.relname not like '\_\_EF%'
        union all
        select 'table ' || c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
          from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'public' and c.relname not like '\_\_EF%'
        union all
        select indexdef from pg_indexes where schemaname = 'public' and tablename not like '\_\_EF%'
        """;
}
