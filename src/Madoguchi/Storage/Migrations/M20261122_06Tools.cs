using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Canned texts, machine translations, and the secret by which a site signs for its users.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000006_Tools")]
internal sealed class Tools : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("canned_texts", t => new
        {
            Id = types.Id(t), Title = types.Text(t), Text = types.Text(t), Language = types.Text(t), DeskId = types.Id(t, true), AgentId = types.Id(t, true), Shortcut = types.Text(t, true),
        }, constraints: t => t.PrimaryKey("PK_canned_texts", x => x.Id));
        migrationBuilder.CreateIndex("IX_canned_texts_DeskId", "canned_texts", "DeskId");
        migrationBuilder.CreateIndex("IX_canned_texts_AgentId", "canned_texts", "AgentId");
        migrationBuilder.CreateTable("translations", t => new
        {
            CaseId = types.Id(t), Number = types.Int(t), Language = types.Text(t), From = types.Text(t), Text = types.Text(t, true), Error = types.Text(t, true),
            Attempts = types.Int(t), DueAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_translations", x => new { x.CaseId, x.Number, x.Language }));
        migrationBuilder.CreateIndex("IX_translations_DueAt", "translations", "DueAt");
        migrationBuilder.AddColumn<string>("WidgetSecret", "desks", ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true ? "text" : "TEXT", nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("WidgetSecret", "desks");
        migrationBuilder.DropTable("translations");
        migrationBuilder.DropTable("canned_texts");
    }
}
