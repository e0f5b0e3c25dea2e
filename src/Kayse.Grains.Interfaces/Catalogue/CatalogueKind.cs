namespace Kayse.Grains.Catalogue;

/// <summary>What a list of the catalogue names.</summary>
[GenerateSerializer, Alias("kayse.catalogue-kind")]
public enum CatalogueKind
{
    /// <summary>Chatbots and voice agents. Their ids are the same only letter for letter.</summary>
    Agents = 0,

    /// <summary>Case types, by the words that scopes use. Upper and lower case make no difference in an id.</summary>
    CaseTypes = 1,
}
