package nearside.copilot.context.scope;

import nearside.copilot.context.scope.Tongue.Tasks;

/// How French and Spanish ask about all of a text. In these two the words of one mean nothing else
/// in the other.
final class Romance {
    private static final String TEXT =
            "(?:document|texte|fichier|article|rapport|livre|histoire|conversation|discussion"
                    + "|échange|contrat|documento|texto|archivo|artículo|informe|libro|historia"
                    + "|conversación|charla|discusión|contrato|fil)s?";

    static final Tongue TONGUE =
            new Tongue(
                    new Tasks(
                            Tongue.words(
                                    """
                                    résume[rz]? résumé synthèse synthétise[rz]? aperçu récapitule[rz]?
                                    de_quoi_(?:parle|traite|s'agit-il) (?:avons-nous|a-t-on)_(?:abordés?|discuté|parlé|dit)
                                    thèmes idée_(?:générale|principale) l'essentiel (?:points|thèmes|idées|sujets)_(?:principaux|principales|clés?|essentiels|importants)
                                    (?:principaux|principales)_(?:points|thèmes|idées|sujets)
                                    resume resumir resúme(?:lo|nos|me)? resumen síntesis sintetiza
                                    idea_(?:general|principal) lo_(?:esencial|más_importante) de_qué_(?:trata|va|habla|hemos_hablado)
                                    (?:puntos|temas|ideas)_(?:principales|claves?|importantes) temas
                                    """),
                            Tongue.words(
                                    """
                                    tradui(?:s|re|sez) corrige[rz]? réécri(?:s|re|vez) relis relire
                                    traduce traducir corregir reescribe reescribir revisa
                                    """),
                            Tongue.words(
                                    """
                                    combien_de_fois.*(?:mentionnée?|cité|apparaît|dit|nommé).*
                                    toutes_les_(?:mentions|occurrences)
                                    cuántas_veces.*(?:menciona|aparece|dice|nombra).*
                                    todas_las_(?:menciones|apariciones)
                                    """)),
                    Tongue.words(
                            """
                            tout toute_(?:la|notre|cette)_%1$s tout_(?:le|ce|notre)_%1$s l'ensemble
                            (?:notre|cette)_(?:conversation|discussion) jusqu'ici jusqu'à_présent
                            todo toda_(?:la|nuestra|esta)_%1$s todo_(?:el|este|nuestro)_%1$s
                            (?:nuestra|esta)_(?:conversación|charla) hasta_ahora
                            """
                                    .formatted(TEXT)),
                    Tongue.words(TEXT),
                    Tongue.words(
                            """
                            sur_(?:le|la|les|l').* concernant chapitre paragraphe section
                            ^(?:qui|où|quand|pourquoi|comment)_.* (?:premier|deuxième|dernier|dernière|première)_\\w+
                            sobre capítulo párrafo sección (?:primer|primera|segundo|última|último)_\\w+
                            ^¿?(?:quién|dónde|cuándo|cómo|por_qué)_.*
                            """),
                    Tongue.words(
                            """
                            s'il_te_plaît s'il_vous_plaît svp peux-tu pouvez-vous veux fais faites fais-moi
                            donne donne-moi écris moi nous la le les l' du de des d' un une ce cette cet
                            notre en et bref brève court courte trois deux cinq phrases mots points avons
                            quels? quelles? quel quelle l'idée est sont est que je voudrais
                            por_favor puedes podrías puede haz hazme dame escribe me nos el los las lo del
                            al una este esta nuestra nuestro y breve corto corta tres dos cinco
                            frases palabras puntos cuáles cuál qué son es hemos hablado que
                            se anglais allemand español inglés alemán français
                            """));

    private Romance() {}
}
