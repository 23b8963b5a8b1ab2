using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>What jumps are noticed by. The contacts of the last eight weeks are marked anew from the list of fresh entries.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000032_Noticing")]
internal sealed class Noticing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        var text = types.IsPostgres ? "text" : "TEXT";
        migrationBuilder.AddColumn<string>("Who", "contact_marks", text, nullable: true);
        migrationBuilder.AddColumn<string>("Exact", "contact_marks", text, nullable: true);
        var since = types.IsPostgres ? """(select max("At") from entries) - interval '56 days'""" : """(select max("At") from entries) - 4838400000000""";
        migrationBuilder.Sql($"""insert into fresh_entries ("CaseId", "Number", "DueAt", "Attempts") select "CaseId", "Number", "At", 0 from entries where "Number" = 1 and "At" > {since} on conflict do nothing""");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("Exact", "contact_marks");
        migrationBuilder.DropColumn("Who", "contact_marks");
    }
}
