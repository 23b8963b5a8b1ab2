using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Search;

/// <summary>The two engines' full-text indexes, spoken to as one. Only inside the door.</summary>
public static class IndexMapping
{
    // So many texts of one millisecond have a place of their own; more of them go on in the next one.
    private const long Places = 1024;

    extension(Db db)
    {
        public DbSet<SearchText> SearchTexts => db.Set<SearchText>();

        public DbSet<SearchName> SearchNames => db.Set<SearchName>();

        /// <summary>Texts by their ids, new or in the place of what stood there.</summary>
        internal async Task Index(IReadOnlyList<(SearchText Row, string Pieces)> texts)
        {
            await db.Forget("search_texts", texts.Select(t => t.Row.Id));
            await db.Insert("search_texts", "\"Id\", \"CaseId\", \"Number\"", texts.Select(t => (t.Row.Id, new object[] { t.Row.Id, t.Row.CaseId.Value, t.Row.Number }, t.Pieces)));
        }

        internal async Task Index(IReadOnlyList<(SearchName Row, string Pieces)> names)
        {
            await db.Forget("search_names", names.Select(n => n.Row.Id));
            await db.Insert("search_names", "\"Id\", \"CustomerId\", \"Text\"", names.Select(n => (n.Row.Id, new object[] { n.Row.Id, n.Row.CustomerId.Value, n.Row.Text }, n.Pieces)));
        }

        public async Task Forget(string table, params IEnumerable<long> ids)
        {
            if (ids.ToArray() is not { Length: > 0 } some)
                return;
            var places = string.Join(", ", some.Select((_, i) => $"{{{i}}}"));
            object[] values = [.. some.Cast<object>()];
#pragma warning disable EF1002 // the text is made of our own names and of places for parameters
            if (await db.Database.ExecuteSqlRawAsync($"delete from {table} where \"Id\" in ({places})", values) > 0 && !db.IsPostgres)
                await db.Database.ExecuteSqlRawAsync($"delete from {table}_words where rowid in ({places})", values);
#pragma warning restore EF1002
        }

        /// <summary>An id for each time, in the order given: as high as the time is late, and nobody else's.</summary>
        internal async Task<IReadOnlyList<long>> FreeIds(string table, IReadOnlyList<DateTimeOffset> times)
        {
            var (free, ids) = (new Dictionary<long, long>(), new List<long>());
            foreach (var place in times.Select(PlaceOf).Distinct().ToList())
                free[place] = 0;
            await db.FillIn(table, free, [.. free.Keys]);
            foreach (var time in times)
            {
                var place = PlaceOf(time);
                while (free[place] == Places)
                {
                    if (!free.ContainsKey(++place))
                        await db.FillIn(table, free, [place]);
                }

                ids.Add((place * Places) + free[place]++);
            }

            return ids;
        }

        private async Task FillIn(string table, Dictionary<long, long> free, IReadOnlyList<long> places)
        {
            if (places.Count == 0)
                return;
            var values = string.Join(", ", places.Select((_, i) => $"({{{i}}})"));
#pragma warning disable EF1002 // as above
            var taken = await db.Database.SqlQueryRaw<Taken>($"""
                with places(place) as (values {values})
                select place as "Place", (select max("Id") from {table} where "Id" >= place * {Places} and "Id" < (place + 1) * {Places}) as "Last" from places
                """, [.. places.Cast<object>()]).ToListAsync(CancellationToken.None);
#pragma warning restore EF1002
            foreach (var one in taken)
                free[one.Place] = one.Last is { } last ? last - (one.Place * Places) + 1 : 0;
        }

        private async Task Insert(string table, string columns, IEnumerable<(long Id, object[] Values, string Pieces)> rows)
        {
            if (rows.ToArray() is not { Length: > 0 } all)
                return;
            var (postgres, width) = (db.IsPostgres, all[0].Values.Length + 1);
            var places = string.Join(", ", all.Select((_, r) => $"({string.Join(", ", Enumerable.Range(r * width, postgres ? width : width - 1).Select(i => $"{{{i}}}"))}{(postgres ? "::tsvector" : "")})"));
#pragma warning disable EF1002 // as above
            await db.Database.ExecuteSqlRawAsync($"insert into {table} ({columns}{(postgres ? ", \"Words\"" : "")}) values {places}", [.. all.SelectMany(r => r.Values.Append(r.Pieces))]);
            if (!postgres)
            {
                var words = string.Join(", ", all.Select((_, r) => $"({{{2 * r}}}, {{{(2 * r) + 1}}})"));
                await db.Database.ExecuteSqlRawAsync($"insert into {table}_words (rowid, words) values {words}", [.. all.SelectMany(r => new object[] { r.Id, r.Pieces })]);
            }
#pragma warning restore EF1002
        }
    }

    private static long PlaceOf(DateTimeOffset at) => Moment.ToUnixMicroseconds(at) / 1000;

    private sealed record Taken(long Place, long? Last);

    private sealed class TextMapping : IEntityTypeConfiguration<SearchText>
    {
        public void Configure(EntityTypeBuilder<SearchText> builder)
        {
            builder.ToTable("search_texts").HasKey(t => t.Id);
            builder.Property(t => t.Id).ValueGeneratedNever();
            builder.HasIndex(t => new { t.CaseId, t.Number }).IsUnique();
        }
    }

    private sealed class NameMapping : IEntityTypeConfiguration<SearchName>
    {
        public void Configure(EntityTypeBuilder<SearchName> builder)
        {
            builder.ToTable("search_names").HasKey(n => n.Id);
            builder.Property(n => n.Id).ValueGeneratedNever();
            builder.HasIndex(n => n.CustomerId).IsUnique();
        }
    }
}
