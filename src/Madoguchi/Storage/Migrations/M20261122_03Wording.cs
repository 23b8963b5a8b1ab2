using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Desks get words and telephone numbers; a house its own phrases, a desk its glossary.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000003_Wording")]
internal sealed class Wording : Migration
{
    private static readonly string[] Lists = ["Words", "Phones"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        foreach (var list in Lists)
            migrationBuilder.AddColumn<string>(list, "desks", ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true ? "text[]" : "TEXT", nullable: true);
        migrationBuilder.CreateTable("phrase_lists", t => new { Kind = types.Text(t), Language = types.Text(t), Phrases = types.Texts(t) },
            constraints: t => t.PrimaryKey("PK_phrase_lists", x => new { x.Kind, x.Language }));
        migrationBuilder.CreateTable("glossary", t => new { DeskId = types.Id(t), Language = types.Text(t), Term = types.Text(t), Plain = types.Text(t), Position = types.Int(t) },
            constraints: t => t.PrimaryKey("PK_glossary", x => new { x.DeskId, x.Language, x.Term }));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("glossary");
        migrationBuilder.DropTable("phrase_lists");
        foreach (var list in Lists)
            migrationBuilder.DropColumn(list, "desks");
    }
}
