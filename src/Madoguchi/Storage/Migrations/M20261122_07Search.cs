using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>What the search learns, beside each engine's own full-text index. What was said before is learned at the next start: nothing is known to be learned yet.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000007_Search")]
internal sealed class Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("search_texts", t => new { Id = types.Long(t), CaseId = types.Id(t), Number = types.Int(t) }, constraints: t => t.PrimaryKey("PK_search_texts", x => x.Id));
        migrationBuilder.CreateIndex("IX_search_texts_CaseId_Number", "search_texts", ["CaseId", "Number"], unique: true);
        migrationBuilder.CreateTable("search_names", t => new { Id = types.Long(t), CustomerId = types.Id(t), Text = types.Text(t) }, constraints: t => t.PrimaryKey("PK_search_names", x => x.Id));
        migrationBuilder.CreateIndex("IX_search_names_CustomerId", "search_names", "CustomerId", unique: true);
        foreach (var table in (string[])["search_texts", "search_names"])
        {
            if (ActiveProvider!.EndsWith("PostgreSQL", StringComparison.Ordinal)) // a migration runs on an engine
            {
                migrationBuilder.Sql($"""alter table {table} add column "Words" tsvector not null""");
                // A long list of what is not in the index yet would be read at each search.
                migrationBuilder.Sql($"""create index "IX_{table}_Words" on {table} using gin ("Words") with (gin_pending_list_limit = 256)""");
            }
            else
            {
                // One character by itself is sought as the beginning of a piece: that has an index of its own.
                migrationBuilder.Sql($"create virtual table {table}_words using fts5(words, content='', contentless_delete=1, detail=none, prefix='1', tokenize='ascii')");
            }
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["search_texts", "search_names"])
        {
            migrationBuilder.Sql($"drop table if exists {table}_words");
            migrationBuilder.DropTable(table);
        }
    }
}
