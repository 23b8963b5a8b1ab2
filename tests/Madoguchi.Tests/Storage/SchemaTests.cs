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
        string[] differences = [.. modelled.Except(migrated).Select(l => $"missing: {l}"), .. migrated.Except(modelled).Select(l => $"too much: {l}")];
        Assert.True(differences is [], string.Join('\n', differences));
    }

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
